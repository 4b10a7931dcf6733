/**
 * The two thresholds of a workers' congress, read of 《全民所有制工业企业职工代表大会条例》 (1986) Art. 18 and of 总工发〔2012〕12号 (UN-08, V2).
 * Both count all delegates; whoever stays away is not left out.
 */

/** A session needs two thirds of all delegates. */
export const isQuorate = (delegates: number, present: number): boolean => present * 3 >= delegates * 2;

/** A resolution needs more than half of all delegates. */
export const isPassed = (delegates: number, votesFor: number): boolean => votesFor * 2 > delegates;
