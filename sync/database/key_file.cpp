#include "sync/database/key_file.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

namespace guitai::database {
namespace {

constexpr std::string_view digits{"0123456789abcdef"};

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why)
{
    throw DatabaseError{Fault::unreachable, "the key file " + file.string() + ": " + why};
}

} // namespace

SealKey read_key_file(const std::filesystem::path& file)
{
    std::ifstream in{file};
    std::string text;
    if (!(in >> text)) fail(file, "can not be read");
    SealKey key{};
    if (text.size() != 2 * key.size()) fail(file, "is no key of 128 hex digits");
    for (std::size_t at{0}; at < key.size(); ++at) {
        const std::size_t high{digits.find(text[2 * at])};
        const std::size_t low{digits.find(text[2 * at + 1])};
        if (high == std::string_view::npos || low == std::string_view::npos) {
            fail(file, "is no key of 128 hex digits");
        }
        key[at] = static_cast<unsigned char>(16 * high + low);
    }
    return key;
}

void make_key_file(const std::filesystem::path& file)
{
    SealKey key{};
    if (RAND_bytes(key.data(), static_cast<int>(key.size())) != 1) fail(file, "this machine draws no random bytes");
    std::string text;
    for (const unsigned char byte : key) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    text += '\n';
    const int out{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (out < 0) fail(file, std::strerror(errno));
    const bool written{::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                       ::fsync(out) == 0};
    const int error{errno};
    ::close(out);
    if (!written) fail(file, std::strerror(error));
}

} // namespace guitai::database
