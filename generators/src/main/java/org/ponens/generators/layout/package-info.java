/** The shapes of lines that trainers read tasks from. */
@NullMarked
package org.ponens.generators.layout;

import org.jspecify.annotations.NullMarked;
