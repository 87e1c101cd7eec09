/** Why a model says what it says: which columns its answers rest on, and how. Definitions and sources in docs/explain.md. */
package downhill.analysis.explain;
