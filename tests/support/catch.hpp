// Catch2 changed its headers between Debian 12 and 13; the tests name only this one.
#pragma once

#if __has_include(<catch2/catch.hpp>)
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
#endif
