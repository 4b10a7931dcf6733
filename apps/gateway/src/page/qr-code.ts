import { create } from 'qrcode';
import { type Html, html } from './html';

/** Modules of white around the code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/** A text as a QR code, drawn as one path: no script, no style and no picture from elsewhere. */
export function qrCode(text: string, label: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET_ZONE;
  const places = Array.from({ length: modules.size ** 2 }, (_, place) => place).filter((place) => modules.data[place]);
  const path = places.map((place) => {
    const [x, y] = [(place % modules.size) + QUIET_ZONE, Math.floor(place / modules.size) + QUIET_ZONE];
    return `M${x} ${y}h1v1h-1z`;
  });
  return html`<svg
    class="qr"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}h-${size}z" />
    <path d="${path.join('')}" />
  </svg>`;
}
