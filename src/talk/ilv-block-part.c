/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block-part.h"

#include <string.h>

/* What may stand between the end of a sentence and the blank behind it. */
static gboolean
is_closing (gunichar character)
{
  return character == ')' || character == '"' || character == '\'' || character == 0x201d ||
         character == 0x2019;
}

static gboolean
ends_sentence (gunichar character)
{
  return character == '.' || character == '!' || character == '?' || character == 0x2026;
}

/* Where the markup goes on behind a tag or an entity; @text itself where there is none. */
static const char *
pass_markup (const char *text)
{
  const char *end = NULL;

  if (*text == '<')
    end = strchr (text, '>');
  else if (*text == '&')
    end = strchr (text, ';');
  return end != NULL ? end + 1 : text;
}

typedef struct
{
  gboolean after_sentence;
  gunichar last; /* the character before */
} Scan;

static gboolean
is_break (const Scan *scan, const char *text, IlvBlockBreak kind)
{
  switch (kind)
    {
    case ILV_BLOCK_BREAK_PARAGRAPH:
      return g_str_has_prefix (text, "\n\n");
    case ILV_BLOCK_BREAK_LINE:
      return *text == '\n';
    case ILV_BLOCK_BREAK_SENTENCE:
      return scan->after_sentence && (*text == ' ' || *text == '\n');
    case ILV_BLOCK_BREAK_WORD:
    default:
      return (*text == ' ' || *text == '\n') && scan->last != ' ' && scan->last != '\n';
    }
}

/* Tags are passed over: a sentence may end inside one. */
static const char *
go_on (Scan *scan, const char *text)
{
  const char *behind = pass_markup (text);
  gunichar character = g_utf8_get_char (text);

  if (behind != text)
    {
      if (*text == '&')
        scan->last = '&';
      scan->after_sentence = scan->after_sentence && *text == '<';
      return behind;
    }
  scan->after_sentence = ends_sentence (character) || (scan->after_sentence && is_closing (character));
  scan->last = character;
  return g_utf8_next_char (text);
}

/* The blanks at a break belong to neither part; a line of code keeps its indent. */
static const char *
pass_blanks (const char *text, IlvBlockBreak kind)
{
  if (kind == ILV_BLOCK_BREAK_LINE)
    return text + 1;
  return text + strspn (text, " \n");
}

GArray *
ilv_block_part_find_breaks (IlvBlock *block, IlvBlockBreak kind, gsize start, gsize end)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *markup = ilv_block_get_markup (block);
  const char *text = markup + start;
  Scan scan = { 0 };

  g_array_append_val (breaks, start);
  while (text < markup + end)
    {
      gsize place;

      if (!is_break (&scan, text, kind))
        {
          text = go_on (&scan, text);
          continue;
        }
      text = pass_blanks (text, kind);
      scan = (Scan){ 0 };
      place = (gsize) (text - markup);
      if (place < end)
        g_array_append_val (breaks, place);
    }
  g_array_append_val (breaks, end);
  return breaks;
}

/* Keeps in @open, (element-type utf8), the tags that are open behind @text. */
static void
follow_tags (GPtrArray *open, const char *text, gsize length)
{
  for (const char *at = text; at < text + length;)
    {
      const char *behind = pass_markup (at);

      if (*at == '<' && behind != at && at[1] == '/' && open->len > 0)
        g_ptr_array_set_size (open, (int) open->len - 1);
      else if (*at == '<' && behind != at && at[1] != '/')
        g_ptr_array_add (open, g_strndup (at, (gsize) (behind - at)));
      at = behind != at ? behind : at + 1;
    }
}

static void
append_closing (GString *markup, GPtrArray *open)
{
  for (guint i = open->len; i > 0; i--)
    {
      const char *name = (const char *) open->pdata[i - 1] + 1;

      g_string_append_printf (markup, "</%.*s>", (int) strcspn (name, " >"), name);
    }
}

/* The text between two bytes as markup that is well-formed for itself. */
static char *
cut_markup (const char *markup, gsize start, gsize end)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  GString *part = g_string_new (NULL);

  follow_tags (open, markup, start);
  for (guint i = 0; i < open->len; i++)
    g_string_append (part, open->pdata[i]);
  g_string_append_len (part, markup + start, (gssize) (end - start));
  while (part->len > 0 && strchr (" \n", part->str[part->len - 1]) != NULL)
    g_string_truncate (part, part->len - 1);
  follow_tags (open, markup + start, end - start);
  append_closing (part, open);
  return g_string_free (part, FALSE);
}

static const char *
get_marker (IlvBlock *block, gboolean continued)
{
  IlvBlockKind kind = ilv_block_get_kind (block);

  if (!continued || kind == ILV_BLOCK_CODE)
    return ilv_block_get_marker (block);
  return kind == ILV_BLOCK_ITEM ? "" : ILV_BLOCK_PART_CONTINUED;
}

IlvBlock *
ilv_block_part_new (IlvBlock *block, gsize start, gsize end)
{
  const char *markup;
  g_autofree char *part = NULL;

  g_return_val_if_fail (ILV_IS_BLOCK (block), NULL);
  markup = ilv_block_get_markup (block);
  g_return_val_if_fail (markup != NULL && start <= end && end <= strlen (markup), NULL);

  if (start == 0 && end == strlen (markup))
    return g_object_ref (block);
  part = cut_markup (markup, start, end);
  return ilv_block_new_text (ilv_block_get_kind (block), get_marker (block, start > 0), part);
}

gboolean
ilv_block_part_is_continued (IlvBlock *block)
{
  IlvBlockKind kind;
  const char *marker;

  g_return_val_if_fail (ILV_IS_BLOCK (block), FALSE);

  kind = ilv_block_get_kind (block);
  marker = ilv_block_get_marker (block);
  if (kind == ILV_BLOCK_CODE || marker == NULL)
    return FALSE;
  return g_str_equal (marker, kind == ILV_BLOCK_ITEM ? "" : ILV_BLOCK_PART_CONTINUED);
}
