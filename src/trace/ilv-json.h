/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What is in JSON that may say anything: what is of another type counts as absent, and so does
 * everything in an object or array that is absent itself (%NULL). What is returned belongs to it. */

/* (nullable) */
const char *ilv_json_get_string (JsonObject *object, const char *name);

/* @absent: what is returned where there is none. */
gint64 ilv_json_get_integer (JsonObject *object, const char *name, gint64 absent);

/* Any number; 0 where there is none. */
double ilv_json_get_number (JsonObject *object, const char *name);
gboolean ilv_json_is_true (JsonObject *object, const char *name);

/* (nullable) */
JsonObject *ilv_json_get_object (JsonObject *object, const char *name);

/* (nullable) */
JsonArray *ilv_json_get_array (JsonObject *object, const char *name);

guint ilv_json_get_length (JsonArray *array);

/* (nullable): the element @index, which is less than the length, if it is an object or a string. */
JsonObject *ilv_json_get_nth_object (JsonArray *array, guint index);
const char *ilv_json_get_nth_string (JsonArray *array, guint index);

G_END_DECLS
