// What a page shows, as plain values: texts, and lists of more of the same.
// A list of one or none is a question of yes or no. Knows no HTML.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office {

struct PageData {
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, std::vector<PageData>, std::less<>> lists;

    PageData& set(std::string name, std::string text)
    {
        texts.insert_or_assign(std::move(name), std::move(text));
        return *this;
    }
    // Another row of the list of that name.
    PageData& add(const std::string& list) { return lists[list].emplace_back(); }
    // Shown where `holds`; the template writes {{#name}}…{{/name}}.
    PageData& when(std::string name, bool holds)
    {
        auto& list = lists[std::move(name)];
        list.clear();
        if (holds) list.emplace_back();
        return *this;
    }
};

} // namespace guitai::office
