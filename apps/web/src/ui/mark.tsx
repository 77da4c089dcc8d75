/** The sign of the house: an awning over three bars. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0B5A4A" />
      <path
        d="M6 13.5 8.2 7h15.6l2.2 6.5"
        fill="none"
        stroke="#FFFFFF"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      <path
        d="M6 13.5a3.3 3.3 0 0 0 6.66 0 3.3 3.3 0 0 0 6.68 0 3.3 3.3 0 0 0 6.66 0Z"
        fill="#FF9D66"
      />
      <path
        d="M8.5 20a1 1 0 0 1 1-1h1.4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H9.5a1 1 0 0 1-1-1zM14.3 22.5a1 1 0 0 1 1-1h1.4a1 1 0 0 1 1 1V24a1 1 0 0 1-1 1h-1.4a1 1 0 0 1-1-1zM20.1 18.5a1 1 0 0 1 1-1h1.4a1 1 0 0 1 1 1V24a1 1 0 0 1-1 1h-1.4a1 1 0 0 1-1-1z"
        fill="#FFFFFF"
      />
    </svg>
  );
}
