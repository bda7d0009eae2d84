/** Icons of 24 units, drawn with a stroke of the text's colour. They always stand with a word. */
export const ICONS = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 6 6"/>',
  map: '<path d="M3 6l6-2.5 6 2.5 6-2.5v15L15 21l-6-2.5L3 21zM9 3.5v15M15 6v15"/>',
  list: '<path d="M3 6h3M10 6h11M3 12h3M10 12h11M3 18h3M10 18h11"/>',
  right: '<path d="M4 12h15m-6-6 6 6-6 6"/>',
  external: '<path d="M14 4h6v6M20 4l-9 9M17 14v6H4V7h6"/>',
  download: '<path d="M12 3v12m-5-5 5 5 5-5M4 20h16"/>',
  cite: '<path d="M4 6h6v7H4zM4 13c0 3 1 5 4 5M14 6h6v7h-6zM14 13c0 3 1 5 4 5"/>',
  link: '<path d="M10 7 13 4a4.6 4.6 0 0 1 7 7l-3 3M14 17l-3 3a4.6 4.6 0 0 1-7-7l3-3M9 15l6-6"/>',
  check: '<path d="m4 12.5 5.5 5.5L20 6.5"/>',
  warning: '<path d="M12 3 22.5 21h-21zM12 10v5M12 17.5v.5"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l4 2.5"/>',
  pencil: '<path d="m4 20 1-5L16 4l4 4L9 19zM13 7l4 4"/>',
  print: '<path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z"/>',
} as const;

export type IconName = keyof typeof ICONS;
