/** Tables, and what becomes of them before anything is trained: types, roles, gaps, splits, scaling. Knows no model. */
package downhill.data;
