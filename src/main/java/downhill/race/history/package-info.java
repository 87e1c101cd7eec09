/** What was recorded of a race, in bounded memory: one thread writes, any thread reads without waiting. */
package downhill.race.history;
