#include "terminal/start/nonce.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace guitai::start {

std::string new_nonce()
{
    std::array<unsigned char, 16> bits{};
    randombytes_buf(bits.data(), bits.size());
    std::string hex;
    for (const unsigned char byte : bits) hex += fmt::format("{:02x}", byte);
    return hex;
}

} // namespace guitai::start
