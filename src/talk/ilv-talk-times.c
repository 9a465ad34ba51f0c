/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-times.h"

#define NS_PER_MINUTE (G_GINT64_CONSTANT (60) * 1000000000)
#define NEVER (-1)

struct _IlvTalkTimes
{
  GObject parent_instance;

  IlvDeck *deck;
  IlvTalkClock *clock;
  GArray *times; /* gint64 of each slide, without the present time on the one that is shown */
  guint first;
  guint shown; /* ILV_SLIDE_NONE for none */
  gint64 shown_since_ns;
};

G_DEFINE_FINAL_TYPE (IlvTalkTimes, ilv_talk_times, G_TYPE_OBJECT)

static gint64 *
get_time (IlvTalkTimes *self, guint slide)
{
  return &g_array_index (self->times, gint64, slide);
}

static void
clear_times (IlvTalkTimes *self)
{
  g_array_set_size (self->times, ilv_deck_get_n_slides (self->deck));
  for (guint i = 0; i < self->times->len; i++)
    *get_time (self, i) = NEVER;
}

/* Counts the time until now for the slide that is shown. */
static void
settle (IlvTalkTimes *self)
{
  gint64 now_ns = ilv_talk_clock_get_total_ns (self->clock);

  if (self->shown != ILV_SLIDE_NONE)
    *get_time (self, self->shown) += now_ns - self->shown_since_ns;
  self->shown_since_ns = now_ns;
}

/* How long the slides from @from to before @to are planned to be shown; negative where @to comes first.
 * In one fraction, so that parts add up to within a nanosecond. */
static gint64
plan (IlvTalkTimes *self, guint from, guint to)
{
  gint64 all = 0, part = 0;

  for (guint i = 0; i < ilv_deck_get_n_slides (self->deck); i++)
    {
      gint64 weight = ilv_slide_get_weight (ilv_deck_get_slide (self->deck, i));

      all += weight;
      if (i >= MIN (from, to) && i < MAX (from, to))
        part += from < to ? weight : -weight;
    }
  return part * ilv_lesson_get_minutes (ilv_deck_get_lesson (self->deck)) * NS_PER_MINUTE / all;
}

static void
ilv_talk_times_finalize (GObject *object)
{
  IlvTalkTimes *self = ILV_TALK_TIMES (object);

  g_clear_object (&self->deck);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->times, g_array_unref);

  G_OBJECT_CLASS (ilv_talk_times_parent_class)->finalize (object);
}

static void
ilv_talk_times_class_init (IlvTalkTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_talk_times_finalize;
}

static void
ilv_talk_times_init (IlvTalkTimes *self)
{
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->shown = ILV_SLIDE_NONE;
}

IlvTalkTimes *
ilv_talk_times_new (IlvDeck *deck, IlvTalkClock *clock)
{
  IlvTalkTimes *self;

  g_return_val_if_fail (ILV_IS_DECK (deck), NULL);
  g_return_val_if_fail (ILV_IS_TALK_CLOCK (clock), NULL);

  self = g_object_new (ILV_TYPE_TALK_TIMES, NULL);
  self->deck = g_object_ref (deck);
  self->clock = g_object_ref (clock);
  clear_times (self);
  return self;
}

void
ilv_talk_times_set_deck (IlvTalkTimes *self, IlvDeck *deck)
{
  g_autoptr (IlvDeck) old_deck = NULL;
  g_autoptr (GArray) old_times = NULL;

  g_return_if_fail (ILV_IS_TALK_TIMES (self));
  g_return_if_fail (ILV_IS_DECK (deck));

  settle (self);
  old_deck = g_steal_pointer (&self->deck);
  old_times = g_steal_pointer (&self->times);
  self->deck = g_object_ref (deck);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  clear_times (self);
  for (guint i = 0; i < old_times->len; i++)
    {
      gint64 time_ns = g_array_index (old_times, gint64, i);
      gint64 *like;

      if (time_ns == NEVER)
        continue;
      like = get_time (self, ilv_deck_find_like (deck, ilv_deck_get_slide (old_deck, i)));
      *like = MAX (*like, 0) + time_ns;
    }
  if (self->shown != ILV_SLIDE_NONE)
    self->shown = ilv_deck_find_like (deck, ilv_deck_get_slide (old_deck, self->shown));
  self->first = ilv_deck_find_like (deck, ilv_deck_get_slide (old_deck, self->first));
}

void
ilv_talk_times_begin (IlvTalkTimes *self, guint slide)
{
  g_return_if_fail (ILV_IS_TALK_TIMES (self));
  g_return_if_fail (slide < self->times->len);

  clear_times (self);
  self->shown = ILV_SLIDE_NONE;
  self->first = slide;
}

void
ilv_talk_times_show (IlvTalkTimes *self, guint slide)
{
  g_return_if_fail (ILV_IS_TALK_TIMES (self));
  g_return_if_fail (slide < self->times->len);

  settle (self);
  self->shown = slide;
  if (*get_time (self, slide) == NEVER)
    *get_time (self, slide) = 0;
}

gint64
ilv_talk_times_get (IlvTalkTimes *self, guint slide)
{
  g_return_val_if_fail (ILV_IS_TALK_TIMES (self), NEVER);
  g_return_val_if_fail (slide < self->times->len, NEVER);

  if (slide == self->shown)
    settle (self);
  return *get_time (self, slide);
}

gint64
ilv_talk_times_get_planned_ns (IlvTalkTimes *self)
{
  g_return_val_if_fail (ILV_IS_TALK_TIMES (self), 0);

  return plan (self, self->first, ilv_deck_get_n_slides (self->deck));
}

gint64
ilv_talk_times_get_planned_on_ns (IlvTalkTimes *self, guint slide)
{
  g_return_val_if_fail (ILV_IS_TALK_TIMES (self), 0);
  g_return_val_if_fail (slide < self->times->len, 0);

  return plan (self, slide, slide + 1);
}

gint64
ilv_talk_times_get_pace_ns (IlvTalkTimes *self, guint slide)
{
  gint64 elapsed_ns, begin_ns, end_ns;

  g_return_val_if_fail (ILV_IS_TALK_TIMES (self), 0);
  g_return_val_if_fail (slide < self->times->len, 0);

  if (ilv_talk_times_get_planned_ns (self) == 0)
    return 0;
  elapsed_ns = ilv_talk_clock_get_elapsed_ns (self->clock);
  begin_ns = plan (self, self->first, slide);
  end_ns = plan (self, self->first, slide + 1);
  if (elapsed_ns < begin_ns)
    return begin_ns - elapsed_ns;
  return elapsed_ns > end_ns ? end_ns - elapsed_ns : 0;
}
