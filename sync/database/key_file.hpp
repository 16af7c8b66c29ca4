// The key of a sealed file, kept in a file of its own: 128 hex digits that nobody but its owner may read. An address
// names it: open("sqlite:PATH?key=FILE").
#pragma once

#include "sync/database/sealed.hpp"

#include <filesystem>

namespace guitai::database {

// Throws DatabaseError (unreachable) where there is no such file, or it holds no key.
[[nodiscard]] SealKey read_key_file(const std::filesystem::path& file);

// Draws a new key. Throws DatabaseError (unreachable) where something stands there already, or it can not be written:
// a key that is written over is lost, and its file with it.
void make_key_file(const std::filesystem::path& file);

} // namespace guitai::database
