/** The race: the experiment as a document, contenders in lock-step on a thread of their own, their history, and travel in time. */
package downhill.race;
