/** Rows of booths seen from above, back to back, some of them selling. A drawing, not a plan. */
export function BoothPicture() {
  const booths = [];
  for (let row = 0; row < 12; row += 1) {
    for (let column = 0; column < 10; column += 1) {
      const x = column * 46 + (column >= 5 ? 34 : 0);
      const y = row * 46 + Math.floor(row / 2) * 34;
      const mood = (row * 7 + column * 11 + ((row * column) % 5)) % 13;
      booths.push({ x, y, mood, key: `${row}.${column}` });
    }
  }
  return (
    <svg
      viewBox="-20 -20 520 740"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {booths.map(({ x, y, mood, key }) => (
        <rect
          key={key}
          x={x}
          y={y}
          width={40}
          height={40}
          rx={5}
          fill={mood === 3 ? '#FF9D66' : mood % 4 === 0 ? '#5FD0B0' : '#FFFFFF'}
          opacity={mood === 3 ? 0.95 : mood % 4 === 0 ? 0.42 : 0.1}
        />
      ))}
    </svg>
  );
}
