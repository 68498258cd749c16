/** What the menus of the top bar have in common. */
export const ICON_BUTTON =
  'grid size-11 place-items-center rounded-control text-quiet hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink sm:size-10'
export const MENU_POPUP =
  'float min-w-44 p-1.5 text-sm transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0'
export const MENU_ITEM =
  'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-control px-3 text-left outline-none select-none data-highlighted:bg-sunken sm:min-h-9'
