/** Which trials are given up before their end, and how many begin together so that they can be compared. */
package downhill.study.stop;
