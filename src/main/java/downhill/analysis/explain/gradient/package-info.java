/** What a model's own derivatives say of its answers: only where a model is smooth do they speak of more than the smallest change. */
package downhill.analysis.explain.gradient;
