#include "sync/events/code_link.hpp"

#include <algorithm>

namespace guitai {
namespace {

bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

std::string code_link(std::string_view site, std::string_view way, std::string_view code)
{
    std::string link{site};
    std::transform(link.begin(), link.end(), link.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return link.append(way).append(code);
}

std::string_view code_behind_address(std::string_view scanned, std::string_view mark)
{
    constexpr std::size_t kind_bytes{3}; // "]Q1"
    const std::size_t at{scanned.substr(0, code_address_bytes_max + mark.size()).find(mark)};
    if (at == std::string_view::npos) return {};
    const bool behind_its_kind{at == kind_bytes && scanned.front() == ']'};
    const bool begins_there{at == 0 || behind_its_kind || !is_letter_or_digit(scanned[at - 1])};
    return begins_there ? scanned.substr(at) : std::string_view{};
}

} // namespace guitai
