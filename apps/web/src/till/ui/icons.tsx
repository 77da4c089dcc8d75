import type { SVGProps } from 'react';

type IconProps = Omit<SVGProps<SVGSVGElement>, 'size'> & { size?: number };

/* A dozen strokes of the till's own weigh a fifth of an icon library on the first screen. */
const icon = (path: string) =>
  function Icon({ size = 24, ...rest }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...rest}
      >
        <path d={path} />
      </svg>
    );
  };

const circle = 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0';
const cloud = 'M7 18a4 4 0 0 1-.6-7.95A6 6 0 0 1 18 9.5A4.3 4.3 0 0 1 17.5 18';

export const CircleCheck = icon(`${circle}M8.5 12.3l2.4 2.4l4.8-5`);
export const CircleAlert = icon(`${circle}M12 7.5v5.5M12 16.4v.1`);
export const Info = icon(`${circle}M12 11v5.5M12 7.6v.1`);
export const TriangleAlert = icon('M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.1');
export const CloudOff = icon(`${cloud}H9M3 3l18 18`);
export const CloudUpload = icon(`${cloud}M12 20v-8M8.7 14.5L12 11.2l3.3 3.3`);
export const Search = icon('M18 11a7 7 0 1 1-14 0a7 7 0 1 1 14 0M16 16l4.5 4.5');
export const ShoppingBasket = icon('M3 10h18l-2 10H5zM8 10l3-6M16 10l-3-6M10 14v3M14 14v3');
export const Star = icon(
  'M12 3l2.7 5.8l6.3.8l-4.6 4.4l1.2 6.3L12 17.2l-5.6 3.1l1.2-6.3L3 9.6l6.3-.8z',
);
export const Zap = icon('M13 3L5 14h6l-1 7l8-11h-6z');
export const Minus = icon('M5 12h14');
export const Plus = icon('M5 12h14M12 5v14');
export const X = icon('M6 6l12 12M18 6L6 18');
export const Pencil = icon('M4 20l1-4.5L16.5 4L20 7.5L8.5 19z');
export const Undo2 = icon('M9 14L4 9l5-5M4 9h10a5.5 5.5 0 0 1 0 11h-3');
export const Lock = icon('M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11');
export const Menu = icon('M4 6h16M4 12h16M4 18h16');
export const Delete = icon('M9 5h12v14H9l-6-7zM12.5 9.5l5 5M17.5 9.5l-5 5');
export const UserRound = icon('M16 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0M4 21a8 8 0 0 1 16 0');
export const Printer = icon('M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z');
export const QrIcon = icon('M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3M20 14v6h-6');
export const LifeBuoy = icon(
  `${circle}M16 12a4 4 0 1 1-8 0a4 4 0 1 1 8 0M5.6 5.6l3.6 3.6M14.8 14.8l3.6 3.6M18.4 5.6l-3.6 3.6M9.2 14.8l-3.6 3.6`,
);
export const ChartNoAxesColumn = icon('M5 20v-6M12 20V4M19 20V10');
export const Coins = icon('M15 9a6 6 0 1 1-12 0a6 6 0 1 1 12 0M17 9.5a6 6 0 1 1-7 8');
export const DoorClosed = icon('M3 21h18M6 21V3h12v18M14.5 12v.1');
export const ReceiptText = icon('M5 3v18l2.5-2l2.5 2l2-2l2 2l2.5-2l2.5 2V3zM9 8h6M9 12h6');
export const RefreshCw = icon(
  'M20 11A8 8 0 0 0 6 6L3.5 8.5M3.5 4v4.5H8M4 13a8 8 0 0 0 14 5l2.5-2.5M20.5 20v-4.5H16',
);
export const Files = icon('M9 3h11v13H9zM6 8H4v13h11v-2');
export const Barcode = icon('M4 6v12M8 6v12M11 6v12M15 6v12M20 6v12');
