/** Sizes of the static pages, in bytes of HTML. */
export const STATIC_SIZES = [6_000, 10_000, 20_000, 40_000, 60_000, 80_000, 120_000, 160_000, 240_000];
