/** What the course of a training tells of its rows. */
package downhill.analysis.explain.past;
