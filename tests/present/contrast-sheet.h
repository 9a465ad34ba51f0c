/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A style sheet of the program, taken apart as far as its colours need it. */

#pragma once

#include <gio/gio.h>

typedef struct
{
  char *selector; /* one of those before the brace */
  char *property;
  char *value;
} SheetEntry;

static inline void
sheet_entry_free (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->selector);
  g_free (entry->property);
  g_free (entry->value);
  g_free (entry);
}

static inline char *
sheet_simplify (const char *text)
{
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);

  return g_strstrip (g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL));
}

static inline void
sheet_add_rule (GPtrArray *sheet, const char *selectors, const char *body)
{
  g_auto (GStrv) parts = g_strsplit (selectors, ",", -1);
  g_auto (GStrv) declarations = g_strsplit (body, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; declarations[j] != NULL; j++)
      {
        const char *colon = strchr (declarations[j], ':');
        g_autofree char *property = NULL;
        SheetEntry *entry;

        if (colon == NULL)
          continue;
        property = g_strndup (declarations[j], colon - declarations[j]);
        entry = g_new (SheetEntry, 1);
        entry->selector = sheet_simplify (parts[i]);
        entry->property = sheet_simplify (property);
        entry->value = sheet_simplify (colon + 1);
        g_ptr_array_add (sheet, entry);
      }
}

/* (transfer full) (element-type SheetEntry) */
static inline GPtrArray *
sheet_load (const char *resource)
{
  GPtrArray *sheet = g_ptr_array_new_with_free_func (sheet_entry_free);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, NULL);
  g_autoptr (GRegex) comments = g_regex_new ("/\\*.*?\\*/", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) rules = g_regex_new ("([^{}]+)\\{([^{}]*)\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *raw = NULL, *text = NULL;

  g_assert_nonnull (bytes);
  raw = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  text = g_regex_replace_literal (comments, raw, -1, 0, "", 0, NULL);
  for (g_regex_match (rules, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *selectors = g_match_info_fetch (match, 1);
      g_autofree char *body = g_match_info_fetch (match, 2);

      sheet_add_rule (sheet, selectors, body);
    }
  g_assert_cmpuint (sheet->len, >, 10);
  return sheet;
}

/* (nullable): the value that a selector gives to a property. */
static inline const char *
sheet_find (GPtrArray *sheet, const char *selector, const char *property)
{
  for (guint i = sheet->len; i > 0; i--)
    {
      const SheetEntry *entry = g_ptr_array_index (sheet, i - 1);

      if (g_str_equal (entry->selector, selector) && g_str_equal (entry->property, property))
        return entry->value;
    }
  return NULL;
}

/* (transfer full) (element-type utf8): the colours in a value. */
static inline GPtrArray *
sheet_find_colours (const char *value)
{
  GPtrArray *colours = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex = g_regex_new (
    "((alpha|mix|shade|lighter|darker|rgba?)(\\((?:[^()]|(?3))*\\))|#[0-9a-fA-F]{3,8}|@[a-z_0-9]+"
    "|\\b(?:white|black|currentColor)\\b)",
    0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (regex);
  for (g_regex_match (regex, value, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (colours, g_match_info_fetch (match, 1));
  return colours;
}
