/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trust.h"

#include <errno.h>

/* The course that is compiled in. */
#define COURSE "/io/github/interleave/Interleave/course/"

#define GROUP "Agreed"

struct _IlvTrust
{
  GObject parent_instance;

  char *path;
  GMutex lock;         /* for all below */
  GHashTable *own;     /* the sums of the program's own scripts; made when first asked for */
  GHashTable *once;    /* sums */
  GKeyFile *agreed;    /* of each sum, a name */
  gboolean is_damaged; /* the file, of which a copy is kept when it is replaced */
};

G_DEFINE_FINAL_TYPE (IlvTrust, ilv_trust, G_TYPE_OBJECT)

static char *
get_sum (const char *code)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, code, -1);
}

static void
add_own (GHashTable *sums, const char *folder, const char *name)
{
  g_autofree char *path = g_strconcat (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_has_suffix (name, ".py"))
    return;
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes != NULL)
    g_hash_table_add (sums, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes));
}

static GHashTable *
find_own (void)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lessons = g_resources_enumerate_children (COURSE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; lessons != NULL && lessons[i] != NULL; i++)
    {
      g_autofree char *folder = g_strconcat (COURSE, lessons[i], NULL);
      g_auto (GStrv) names = g_str_has_suffix (folder, "/")
                               ? g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL)
                               : NULL;

      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        add_own (sums, folder, names[j]);
    }
  return sums;
}

static gboolean
save (IlvTrust *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = g_key_file_to_data (self->agreed, NULL, NULL);
  g_autofree char *copy = g_strconcat (self->path, "~", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", folder,
                   g_strerror (saved_errno));
      return FALSE;
    }
  if (self->is_damaged)
    {
      g_autoptr (GFile) from = g_file_new_for_path (self->path);
      g_autoptr (GFile) to = g_file_new_for_path (copy);

      if (!g_file_move (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
        return FALSE;
      self->is_damaged = FALSE;
    }
  return g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
ilv_trust_finalize (GObject *object)
{
  IlvTrust *self = ILV_TRUST (object);

  g_free (self->path);
  g_clear_pointer (&self->own, g_hash_table_unref);
  g_hash_table_unref (self->once);
  g_key_file_unref (self->agreed);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (ilv_trust_parent_class)->finalize (object);
}

static void
ilv_trust_class_init (IlvTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_trust_finalize;
}

static void
ilv_trust_init (IlvTrust *self)
{
  g_mutex_init (&self->lock);
  self->once = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->agreed = g_key_file_new ();
}

IlvTrust *
ilv_trust_get_default (void)
{
  static IlvTrust *trust;

  if (g_once_init_enter (&trust))
    {
      g_autoptr (GFile) file
        = g_file_new_build_filename (g_get_user_data_dir (), "interleave", "agreed.ini", NULL);

      g_once_init_leave (&trust, ilv_trust_new (file));
    }
  return trust;
}

IlvTrust *
ilv_trust_new (GFile *file)
{
  IlvTrust *self;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && g_file_is_native (file), NULL);

  self = g_object_new (ILV_TYPE_TRUST, NULL);
  self->path = g_file_get_path (file);
  self->is_damaged = !g_key_file_load_from_file (self->agreed, self->path, G_KEY_FILE_NONE, &error)
                     && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  if (!self->is_damaged)
    return self;

  /* Nothing is agreed to by what could not be read as a whole. */
  g_key_file_unref (self->agreed);
  self->agreed = g_key_file_new ();
  return self;
}

gboolean
ilv_trust_is_agreed (IlvTrust *self, const char *code)
{
  g_autofree char *sum = NULL;
  gboolean is_agreed;

  g_return_val_if_fail (ILV_IS_TRUST (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  sum = get_sum (code);
  g_mutex_lock (&self->lock);
  if (self->own == NULL)
    self->own = find_own ();
  is_agreed = g_hash_table_contains (self->own, sum) || g_hash_table_contains (self->once, sum)
              || g_key_file_has_key (self->agreed, GROUP, sum, NULL);
  g_mutex_unlock (&self->lock);
  return is_agreed;
}

gboolean
ilv_trust_lets_run (IlvTrust *self, IlvStrategy strategy, const char *code)
{
  return code == NULL || !ilv_strategy_is_python (strategy) || ilv_trust_is_agreed (self, code);
}

void
ilv_trust_agree_once (IlvTrust *self, const char *code)
{
  g_return_if_fail (ILV_IS_TRUST (self));
  g_return_if_fail (code != NULL);

  g_mutex_lock (&self->lock);
  g_hash_table_add (self->once, get_sum (code));
  g_mutex_unlock (&self->lock);
}

gboolean
ilv_trust_agree (IlvTrust *self, const char *code, const char *name, GError **error)
{
  g_autofree char *sum = NULL;
  gboolean is_saved;

  g_return_val_if_fail (ILV_IS_TRUST (self), FALSE);
  g_return_val_if_fail (code != NULL && name != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sum = get_sum (code);
  g_mutex_lock (&self->lock);
  g_hash_table_add (self->once, g_strdup (sum));
  g_key_file_set_string (self->agreed, GROUP, sum, name);
  is_saved = save (self, error);
  g_mutex_unlock (&self->lock);
  return is_saved;
}

guint
ilv_trust_get_n_agreed (IlvTrust *self)
{
  gsize n_agreed = 0;
  g_auto (GStrv) sums = NULL;

  g_return_val_if_fail (ILV_IS_TRUST (self), 0);

  g_mutex_lock (&self->lock);
  sums = g_key_file_get_keys (self->agreed, GROUP, &n_agreed, NULL);
  g_mutex_unlock (&self->lock);
  return n_agreed;
}

gboolean
ilv_trust_withdraw (IlvTrust *self, GError **error)
{
  gboolean is_saved;

  g_return_val_if_fail (ILV_IS_TRUST (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->once);
  g_key_file_remove_group (self->agreed, GROUP, NULL);
  is_saved = save (self, error);
  g_mutex_unlock (&self->lock);
  return is_saved;
}
