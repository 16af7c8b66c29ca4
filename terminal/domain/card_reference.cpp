#include "terminal/domain/card_reference.hpp"

#include "terminal/domain/columns.hpp"

namespace guitai {
namespace {

constexpr char mark{'#'};
constexpr std::size_t slip_columns_max{40};

} // namespace

std::string card_reference(std::string_view slip, std::string_view key)
{
    std::string reference{cut_to(typed_reference(slip), slip_columns_max)};
    if (!reference.empty()) reference += ' ';
    reference += mark;
    return reference.append(key);
}

std::string_view card_key_in(std::string_view reference)
{
    const std::size_t at{reference.find(mark)};
    return at == std::string_view::npos ? std::string_view{} : reference.substr(at + 1);
}

std::string typed_reference(std::string_view reference)
{
    std::string typed{reference};
    std::erase(typed, mark);
    return typed;
}

} // namespace guitai
