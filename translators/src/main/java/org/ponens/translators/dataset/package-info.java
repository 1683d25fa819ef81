/** Readers of other people's data sets. */
@NullMarked
package org.ponens.translators.dataset;

import org.jspecify.annotations.NullMarked;
