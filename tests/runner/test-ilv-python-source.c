/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-source.h"

static void
check (IlvStrategy strategy, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "test", 1, &error);
  g_autoptr (IlvWorkload) workload = NULL;
  g_autofree char *source = NULL;

  g_assert_no_error (error);
  workload = ilv_workload_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  source = ilv_python_source_new (workload, strategy);
  g_assert_cmpstr (source, ==, expected);
}

static void
test_threads (void)
{
  check (ILV_STRATEGY_PYTHON_THREADS,
         "[Task A]\nSteps=cpu 400ms\n[Task B]\nSteps=cpu 400ms; wait 0.5ms\n",
         "import threading\n"
         "\n"
         "import interleave\n"
         "\n"
         "\n"
         "def a():\n"
         "    interleave.cpu(400)\n"
         "\n"
         "\n"
         "def b():\n"
         "    interleave.cpu(400)\n"
         "    interleave.pause(0.5)\n"
         "\n"
         "\n"
         "if __name__ == \"__main__\":\n"
         "    tasks = [\n"
         "        threading.Thread(target=a, name=\"A\"),\n"
         "        threading.Thread(target=b, name=\"B\"),\n"
         "    ]\n"
         "    for task in tasks:\n"
         "        task.start()\n"
         "    for task in tasks:\n"
         "        task.join()\n");
}

/* Tasks that are alike share a function; names that Python could not read are replaced. */
static void
test_asyncio (void)
{
  check (ILV_STRATEGY_PYTHON_ASYNCIO,
         "[Task Pokémon]\nCount=2\nSteps=get /api/v2/pokemon/{n}; cpu 1ms\n"
         "[Task 数 \"x\"]\nSteps=ask which?; block 2ms\n",
         "import asyncio\n"
         "\n"
         "import interleave\n"
         "\n"
         "\n"
         "async def pokemon(path):\n"
         "    await interleave.aget(path)\n"
         "    await interleave.acpu(1)\n"
         "\n"
         "\n"
         "async def task_3():\n"
         "    await interleave.aask(\"which?\")\n"
         "    interleave.pause(2)\n"
         "\n"
         "\n"
         "async def main():\n"
         "    tasks = [\n"
         "        asyncio.create_task(pokemon(\"/api/v2/pokemon/1\"), name=\"Pokémon 1\"),\n"
         "        asyncio.create_task(pokemon(\"/api/v2/pokemon/2\"), name=\"Pokémon 2\"),\n"
         "        asyncio.create_task(task_3(), name=\"数 \\\"x\\\"\"),\n"
         "    ]\n"
         "    for task in tasks:\n"
         "        await task\n"
         "\n"
         "\n"
         "asyncio.run(main())\n");
}

static void
test_processes (void)
{
  check (ILV_STRATEGY_PYTHON_PROCESSES,
         "[Task A]\nSteps=lock L; add 10; unlock L; await C\n[Task B]\nSteps=spawn C\n"
         "[Task C]\nSteps=write x.txt 8 MiB; query SELECT \"a\"\n",
         "import multiprocessing\n"
         "\n"
         "import interleave\n"
         "\n"
         "locks = {\"L\": multiprocessing.Lock()}\n"
         "done = {\"C\": multiprocessing.Event()}\n"
         "\n"
         "counter = multiprocessing.Value(\"q\", 0, lock=False)\n"
         "\n"
         "\n"
         "def plus_one(number):\n"
         "    return number + 1\n"
         "\n"
         "\n"
         "def a():\n"
         "    locks[\"L\"].acquire()\n"
         "    for _ in range(10):\n"
         "        counter.value = plus_one(counter.value)\n"
         "    locks[\"L\"].release()\n"
         "    done[\"C\"].wait()\n"
         "\n"
         "\n"
         "def b():\n"
         "    multiprocessing.Process(target=c, name=\"C\").start()\n"
         "\n"
         "\n"
         "def c():\n"
         "    interleave.write(\"x.txt\", 8)\n"
         "    interleave.query(\"SELECT \\\"a\\\"\")\n"
         "    done[\"C\"].set()\n"
         "\n"
         "\n"
         "if __name__ == \"__main__\":\n"
         "    tasks = [\n"
         "        multiprocessing.Process(target=a, name=\"A\"),\n"
         "        multiprocessing.Process(target=b, name=\"B\"),\n"
         "    ]\n"
         "    for task in tasks:\n"
         "        task.start()\n"
         "    for task in tasks:\n"
         "        task.join()\n"
         "    interleave.counted(expected=10, found=counter.value)\n");
}

static void
test_interpreters (void)
{
  check (ILV_STRATEGY_PYTHON_SUBINTERPRETERS,
         "[Task for]\nSteps=lock L; cpu 1ms; unlock L; await B\n[Task B]\nSteps=cpu 1ms\n",
         "import interleave\n"
         "\n"
         "locks = {\"L\": interleave.SharedLock(\"L\")}\n"
         "done = {\"B\": interleave.SharedEvent(\"B\")}\n"
         "\n"
         "\n"
         "def task_1():\n"
         "    locks[\"L\"].acquire()\n"
         "    interleave.cpu(1)\n"
         "    locks[\"L\"].release()\n"
         "    done[\"B\"].wait()\n"
         "\n"
         "\n"
         "def b():\n"
         "    interleave.cpu(1)\n"
         "    done[\"B\"].set()\n"
         "\n"
         "\n"
         "if __name__ == \"__main__\":\n"
         "    tasks = [\n"
         "        interleave.Interpreter(target=task_1, name=\"for\"),\n"
         "        interleave.Interpreter(target=b, name=\"B\"),\n"
         "    ]\n"
         "    for task in tasks:\n"
         "        task.start()\n"
         "    for task in tasks:\n"
         "        task.join()\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runner/python-source/threads", test_threads);
  g_test_add_func ("/runner/python-source/asyncio", test_asyncio);
  g_test_add_func ("/runner/python-source/processes", test_processes);
  g_test_add_func ("/runner/python-source/interpreters", test_interpreters);

  return g_test_run ();
}
