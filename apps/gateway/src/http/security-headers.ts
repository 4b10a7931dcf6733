import helmet from 'helmet';

const onlyOwn = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** No page takes anything from elsewhere, and none can be framed. Strict transport is for gateways that are reached by HTTPS. */
export const securityHeaders = (overHttps: boolean) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: onlyOwn },
    strictTransportSecurity: overHttps,
    referrerPolicy: { policy: 'same-origin' },
  });

/** The page of the interface's description sets styles in its elements. */
export const documentPageHeaders = () =>
  helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: { ...onlyOwn, styleSrc: ["'self'", "'unsafe-inline'"] },
  });
