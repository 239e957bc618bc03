/** A sticky note whose corner turns back into a step of replay. */
export const Logo = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 2h14a3 3 0 0 1 3 3v9l-8 8H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z" fill="#ffa75d" />
    <path d="M22 14h-5a3 3 0 0 0-3 3v5Z" fill="#b8662a" />
    <path d="M15.5 7.2v8.1a.7.7 0 0 1-1.1.6L8.6 11.8a.7.7 0 0 1 0-1.1l5.8-4.1a.7.7 0 0 1 1.1.6Z" fill="#1d1d1b" />
    <rect x="5.8" y="6.6" width="1.9" height="9.2" rx=".9" fill="#1d1d1b" />
  </svg>
);
