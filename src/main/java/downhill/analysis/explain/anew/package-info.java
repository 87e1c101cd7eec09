/**
 * What is found out by training anew, fold by fold: what a column is worth to those who learn without it, and what columns made of others
 * add.
 */
package downhill.analysis.explain.anew;
