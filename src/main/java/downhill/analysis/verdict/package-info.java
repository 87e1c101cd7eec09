/** Which contender is better, how sure that is, and what would tell: statistics of paired scores. Pure. */
package downhill.analysis.verdict;
