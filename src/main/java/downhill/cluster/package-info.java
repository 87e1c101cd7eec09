/**
 * Work that is done elsewhere: trials, folds and pixels as pieces that are values, with all that they need, and who does them. Other
 * machines are known by the interface {@link downhill.cluster.Workforce} alone; what speaks with them is found when the program runs.
 */
package downhill.cluster;
