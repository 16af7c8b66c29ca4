// What a Chinese printer is sent, as text that the tests can read.
#pragma once

#include <iconv.h>

#include <stdexcept>
#include <string>

namespace guitai::test {

// Throws where the bytes are no GB18030.
inline std::string utf8(std::string from)
{
    const iconv_t converter{::iconv_open("UTF-8", "GB18030")};
    if (converter == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error{"this machine reads no GB18030"};
    std::string to(from.size() * 2 + 4, '\0');
    char* in{from.data()};
    char* out{to.data()};
    std::size_t in_left{from.size()};
    std::size_t out_left{to.size()};
    const bool good{::iconv(converter, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1)};
    ::iconv_close(converter);
    if (!good) throw std::runtime_error{"bytes that are no GB18030"};
    to.resize(to.size() - out_left);
    return to;
}

} // namespace guitai::test
