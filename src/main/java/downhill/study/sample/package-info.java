/** How the next trials of a study are chosen: by a grid, at random, evenly, or from what was learned of those before. */
package downhill.study.sample;
