export const liaisonBoardPath = (unitId: string): string => `/liaison-board?organization=${encodeURIComponent(unitId)}`;

/** What a card's QR code holds beside the gateway's address: an opaque id, never a name or a number. */
export const liaisonContactCardPath = (officerId: string): string =>
  `/liaison-card?officer=${encodeURIComponent(officerId)}`;
