// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Between llama.cpp and OpenMP: the linker leads the calls that GCC makes of llama.cpp's pragmas here (--wrap). What a
// thread does that uses a team of ours is done by the team; everything else goes on to OpenMP. llama.cpp itself stays as
// it was released, and takes as many threads as it gets.

#include "app/engine/llama/threads/workteam.h"

using Tempera::WorkTeam;

extern "C" {

// NOLINTBEGIN: the linker's names
void __real_GOMP_parallel(void (*work)(void *), void *data, unsigned threads, unsigned flags);
void __real_GOMP_barrier();
bool __real_GOMP_single_start();
int __real_omp_get_num_threads();
int __real_omp_get_thread_num();

void __wrap_GOMP_parallel(void (*work)(void *), void *data, unsigned threads, unsigned flags)
{
    WorkTeam *const team = WorkTeam::inUse();
    if (team && !WorkTeam::current())
        team->run(work, data, static_cast<int>(threads));
    else
        __real_GOMP_parallel(work, data, threads, flags);
}

void __wrap_GOMP_barrier()
{
    if (WorkTeam *const team = WorkTeam::current())
        team->meet();
    else
        __real_GOMP_barrier();
}

bool __wrap_GOMP_single_start()
{
    return WorkTeam::current() ? WorkTeam::index() == 0 : __real_GOMP_single_start();
}

int __wrap_omp_get_num_threads()
{
    const WorkTeam *const team = WorkTeam::current();
    return team ? team->size() : __real_omp_get_num_threads();
}

int __wrap_omp_get_thread_num()
{
    return WorkTeam::current() ? WorkTeam::index() : __real_omp_get_thread_num();
}
// NOLINTEND
}
