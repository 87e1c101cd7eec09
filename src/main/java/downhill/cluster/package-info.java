/**
 * Work that is done elsewhere: trials, folds and pixels as pieces that are values, with all that they need, and who does them. Other
 * machines are known by the interface {@link downhill.cluster.Workforce} alone; what speaks with them is found when the program runs.
 * What many workers hold together, such as the rows that one machine has no room for, is {@link downhill.cluster.Residents}; trained on by
 * {@link downhill.cluster.DataParallel}.
 */
package downhill.cluster;
