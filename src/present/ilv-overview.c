/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-overview.h"

#include <adwaita.h>

#include "ilv-overview-tile.h"
#include "ilv-search-text.h"

struct _IlvOverview
{
  GtkWidget parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkFlowBox *grid;

  IlvStageSet *stages;
  GStrv words;       /* what is searched for, folded; empty for all */
  guint n_matches;   /* of the last search */
  guint fill_source; /* 0 where all is filled */
};

G_DEFINE_FINAL_TYPE (IlvOverview, ilv_overview, GTK_TYPE_WIDGET)

static IlvPresentation *
get_presentation (IlvOverview *self)
{
  return ilv_stage_set_get_presentation (self->stages);
}

static IlvOverviewTile *
get_tile (IlvOverview *self, int index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->grid, index);

  return child != NULL ? ILV_OVERVIEW_TILE (child) : NULL;
}

/* Makes the slide of the tile there, if there is one that is seen and not made yet. */
static gboolean
fill_at (IlvOverview *self, int index)
{
  IlvOverviewTile *tile = index >= 0 ? get_tile (self, index) : NULL;

  return tile != NULL && gtk_widget_get_child_visible (GTK_WIDGET (tile)) &&
         ilv_overview_tile_fill (tile);
}

/* One slide at a time, those around the slide that is shown first. What a search has hidden comes when it is
 * seen again. */
static gboolean
fill_next (gpointer data)
{
  IlvOverview *self = data;
  int middle = (int) ilv_presentation_get_slide_number (get_presentation (self));
  int n_slides = (int) ilv_deck_get_n_slides (ilv_presentation_get_deck (get_presentation (self)));

  for (int distance = 0; distance < n_slides; distance++)
    if (fill_at (self, middle + distance) || fill_at (self, middle - distance))
      return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

/* After what the window has to draw, so that it is never held up. */
static void
start_to_fill (IlvOverview *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_next, self, NULL);
}

static void
select_tile (IlvOverview *self, IlvOverviewTile *tile)
{
  gtk_flow_box_select_child (self->grid, GTK_FLOW_BOX_CHILD (tile));
}

/* As if the person had gone there: the grid walks on from the tile. */
static gboolean
focus_tile (IlvOverview *self, IlvOverviewTile *tile)
{
  select_tile (self, tile);
  return gtk_widget_child_focus (GTK_WIDGET (tile), GTK_DIR_TAB_FORWARD);
}

static IlvOverviewTile *
find_first_match (IlvOverview *self)
{
  IlvOverviewTile *tile;

  for (int i = 0; (tile = get_tile (self, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (tile)))
      return tile;
  return NULL;
}

static gboolean
filter (GtkFlowBoxChild *child, gpointer data)
{
  IlvOverview *self = data;
  g_autofree char *query = NULL;
  gboolean matches;

  if (self->words == NULL || self->words[0] == NULL)
    matches = TRUE;
  else
    {
      query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
      matches = ilv_overview_tile_matches (ILV_OVERVIEW_TILE (child), query,
                                           (const char *const *) self->words);
    }
  self->n_matches += matches;
  return matches;
}

static void
on_search_changed (IlvOverview *self)
{
  IlvOverviewTile *tile;

  g_strfreev (self->words);
  self->words = ilv_search_text_split (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  self->n_matches = 0;
  gtk_flow_box_invalidate_filter (self->grid);
  gtk_stack_set_visible_child_name (self->stack, self->n_matches > 0 ? "slides" : "nothing");
  tile = self->words[0] != NULL
           ? find_first_match (self)
           : get_tile (self, (int) ilv_presentation_get_slide_number (get_presentation (self)));
  if (tile != NULL)
    select_tile (self, tile);
  start_to_fill (self);
}

static void
go_to (IlvOverview *self, IlvOverviewTile *tile)
{
  ilv_presentation_go_to (get_presentation (self), ilv_overview_tile_get_number (tile));
}

static void
on_child_activated (IlvOverview *self, GtkFlowBoxChild *child)
{
  go_to (self, ILV_OVERVIEW_TILE (child));
}

/* The entry waits a moment before it says what was typed, and who types fast is here before that. */
static void
on_search_activated (IlvOverview *self)
{
  IlvOverviewTile *tile;

  on_search_changed (self);
  tile = find_first_match (self);
  if (self->n_matches > 0 && tile != NULL)
    go_to (self, tile);
}

/* From the entry into what was found. */
static gboolean
on_entry_key_pressed (IlvOverview *self, guint keyval)
{
  IlvOverviewTile *tile = find_first_match (self);

  if (keyval != GDK_KEY_Down || self->n_matches == 0 || tile == NULL)
    return FALSE;
  return focus_tile (self, tile);
}

static gboolean
ilv_overview_grab_focus (GtkWidget *widget)
{
  IlvOverview *self = ILV_OVERVIEW (widget);
  IlvOverviewTile *tile
    = get_tile (self, (int) ilv_presentation_get_slide_number (get_presentation (self)));

  if (tile == NULL)
    return FALSE;
  return focus_tile (self, tile);
}

/* The slide that is shown is in the middle of what is seen; when it got the focus, nothing was laid out. */
static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  IlvOverview *self = ILV_OVERVIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->grid), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  IlvOverviewTile *tile
    = get_tile (self, (int) ilv_presentation_get_slide_number (get_presentation (self)));
  guint *n_frames = data;
  graphene_rect_t bounds;

  if (++*n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (tile != NULL && gtk_widget_compute_bounds (GTK_WIDGET (tile), GTK_WIDGET (self->grid), &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y + bounds.size.height / 2
                                            - gtk_adjustment_get_page_size (adjustment) / 2);
  return G_SOURCE_REMOVE;
}

static void
ilv_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ilv_overview_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, scroll, g_new0 (guint, 1), g_free);
  gtk_widget_grab_focus (widget);
  start_to_fill (ILV_OVERVIEW (widget));
}

static void
ilv_overview_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&ILV_OVERVIEW (widget)->fill_source, g_source_remove);

  GTK_WIDGET_CLASS (ilv_overview_parent_class)->unmap (widget);
}

static void
ilv_overview_dispose (GObject *object)
{
  IlvOverview *self = ILV_OVERVIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->stages);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (ilv_overview_parent_class)->dispose (object);
}

static void
ilv_overview_class_init (IlvOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_overview_dispose;
  widget_class->grab_focus = ilv_overview_grab_focus;
  widget_class->map = ilv_overview_map;
  widget_class->unmap = ilv_overview_unmap;
  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvOverview, search_bar);
  gtk_widget_class_bind_template_child (widget_class, IlvOverview, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IlvOverview, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvOverview, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_child_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
ilv_overview_init (IlvOverview *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_flow_box_set_filter_func (self->grid, filter, self, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

static void
add_tiles (IlvOverview *self)
{
  guint n_slides = ilv_deck_get_n_slides (ilv_presentation_get_deck (get_presentation (self)));

  for (guint i = 0; i < n_slides; i++)
    gtk_flow_box_append (self->grid, ilv_overview_tile_new (self->stages, i));
}

/* Another format has other slides. */
static void
on_deck_changed (IlvOverview *self)
{
  IlvOverviewTile *tile;

  while ((tile = get_tile (self, 0)) != NULL)
    gtk_flow_box_remove (self->grid, GTK_WIDGET (tile));
  add_tiles (self);
  on_search_changed (self);
}

GtkWidget *
ilv_overview_new (IlvStageSet *stages)
{
  IlvOverview *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_OVERVIEW, NULL);
  self->stages = g_object_ref (stages);
  add_tiles (self);
  g_signal_connect_object (get_presentation (self), "notify::deck", G_CALLBACK (on_deck_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
ilv_overview_leave_search (IlvOverview *self)
{
  g_return_val_if_fail (ILV_IS_OVERVIEW (self), FALSE);

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return FALSE;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  on_search_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}
