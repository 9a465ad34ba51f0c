/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-consent.h"

#include <glib/gi18n-lib.h>

#include "ilv-button-text.h"
#include "ilv-code-scene.h"
#include "ilv-lesson-page.h"
#include "ilv-trust.h"
#include "ilv-wrap-layout.h"

struct _IlvConsent
{
  AdwWindow parent_instance;

  AdwBin *place;
  GtkCheckButton *remember;

  char *subject;
  char **codes;
};

G_DEFINE_FINAL_TYPE (IlvConsent, ilv_consent, ADW_TYPE_WINDOW)

enum
{
  AGREED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
agree (IlvConsent *self, const char *code)
{
  IlvTrust *trust = ilv_trust_get_default ();
  g_autoptr (GError) error = NULL;

  if (!gtk_check_button_get_active (self->remember))
    ilv_trust_agree_once (trust, code);
  else if (!ilv_trust_agree (trust, code, self->subject, &error))
    g_message ("What was agreed could not be saved: %s", error->message);
}

static void
on_run_clicked (IlvConsent *self)
{
  g_autoptr (IlvConsent) kept = g_object_ref (self);

  for (guint i = 0; self->codes[i] != NULL; i++)
    agree (self, self->codes[i]);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[AGREED], 0);
}

static void
ilv_consent_finalize (GObject *object)
{
  g_free (ILV_CONSENT (object)->subject);
  g_strfreev (ILV_CONSENT (object)->codes);

  G_OBJECT_CLASS (ilv_consent_parent_class)->finalize (object);
}

static void
ilv_consent_class_init (IlvConsentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ilv_consent_finalize;

  /**
   * IlvConsent::agreed:
   *
   * The code may run now.
   */
  signals[AGREED] = g_signal_new ("agreed", ILV_TYPE_CONSENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-consent.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvConsent, place);
  gtk_widget_class_bind_template_child (widget_class, IlvConsent, remember);
  gtk_widget_class_bind_template_callback (widget_class, on_run_clicked);
}

static void
ilv_consent_init (IlvConsent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_button_text_wrap (GTK_WIDGET (self));
}

/* What the person may know the code by later. */
static const char *
find_subject (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, ILV_TYPE_LESSON_PAGE);
  const char *title = page != NULL ? ilv_lesson_get_title (ilv_lesson_page_get_lesson (ILV_LESSON_PAGE (page)))
                                   : gtk_window_get_title (GTK_WINDOW (gtk_widget_get_root (widget)));

  return title != NULL ? title : "";
}

GtkWidget *
ilv_consent_new (GtkWidget *widget, const char *const *codes)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *scene = ilv_code_scene_new ();
  g_autofree char *text = NULL;
  IlvConsent *self;

  g_return_val_if_fail (GTK_IS_WINDOW (root), NULL);
  g_return_val_if_fail (codes != NULL && codes[0] != NULL, NULL);

  self = g_object_new (ILV_TYPE_CONSENT, "transient-for", root, "modal", TRUE, NULL);
  self->subject = g_strdup (find_subject (widget));
  self->codes = g_strdupv ((char **) codes);
  text = g_strjoinv ("\n\n", self->codes);
  ilv_code_scene_set_language (ILV_CODE_SCENE (scene), "python3");
  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), text);
  gtk_widget_add_css_class (scene, "card");
  gtk_widget_set_overflow (scene, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (self->place, scene);
  return GTK_WIDGET (self);
}

static void
on_agreed (GActionGroup *actions)
{
  g_action_group_activate_action (actions, "run", NULL);
}

gboolean
ilv_consent_check (GtkWidget *widget, const char *const *codes, GActionGroup *actions)
{
  GtkWidget *consent;

  if (codes[0] == NULL)
    return TRUE;
  consent = ilv_consent_new (widget, codes);
  g_signal_connect_object (consent, "agreed", G_CALLBACK (on_agreed), actions, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (consent));
  return FALSE;
}
