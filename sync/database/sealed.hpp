// SQLite files that say nothing to who has not the key: every page of the file and of its log is enciphered with
// AES-256 in XTS mode (IEEE 1619, as disks are), on its way to the disk and back. The page's place is the tweak, so a
// page has the same length as before and a torn write tears what it would have torn.
//
// What it guards: the bytes of a stolen disk or copy. What it does not: that somebody who can write to the disk puts
// an older page in the place of a newer one; that is found by the journal's chain.
#pragma once

#include "sync/database/database.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <string>

namespace guitai::database {

// Two different halves, as XTS wants them.
using SealKey = std::array<unsigned char, 64>;

// As open() of "sqlite:PATH" and "sqlite:PATH?vfs=NAME". Of a file that was sealed with another key, or with none, it
// throws Fault::corrupt.
[[nodiscard]] std::unique_ptr<Connection> open_sealed(const std::string& url, const SealKey& key,
                                                      Access access = Access::read_write);

// Whether the file was written without a seal. False where there is none yet.
[[nodiscard]] bool is_plain(const std::filesystem::path& file);

// Seals a file that was written without, or takes the seal off. Nobody else has it open; it is done whole or left as it
// was, whenever the power goes. Throws DatabaseError.
void seal_file(const std::filesystem::path& file, const SealKey& key);
void unseal_file(const std::filesystem::path& file, const SealKey& key);

} // namespace guitai::database
