/** What can be told of an English sentence without understanding it: polarity, direction, mood. */
@NullMarked
package org.ponens.translators.english;

import org.jspecify.annotations.NullMarked;
