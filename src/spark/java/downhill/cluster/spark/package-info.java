/** Apache Spark as workers; part of the program in profile {@code spark} alone. */
package downhill.cluster.spark;
