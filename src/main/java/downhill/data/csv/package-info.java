/**
 * Comma-separated values as they come: how a file is written is found out, its rows are read as a stream, and what is wrong is
 * reported.
 */
package downhill.data.csv;
