// What nearly every file of the house includes, read by the compiler once a
// library instead of once a file. A file still names all it uses: the build with
// -DGUITAI_PRECOMPILE=OFF, which Debian 13 gets, compiles without this one.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <tl/expected.hpp>
