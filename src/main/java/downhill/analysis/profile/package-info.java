/** How contenders compare over time, over tuning budgets, over learning rates and over data sets. Pure. */
package downhill.analysis.profile;
