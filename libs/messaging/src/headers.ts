export { answerHeaders, requestHeaders } from '@gongyou/contracts';
